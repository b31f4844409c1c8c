SELEC 'secret of patient 7', :value
